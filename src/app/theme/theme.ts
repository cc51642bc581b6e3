import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#f1f0fe',
  '#eae8fd',
  '#c6c2f8',
  '#a8a2f2',
  '#8a84ea',
  '#6c67e0',
  '#5748cf',
  '#4838b5',
  '#3a2e92',
  '#2b2370',
];

const accent: MantineColorsTuple = [
  '#fff5e6',
  '#ffefd6',
  '#ffd294',
  '#ffbd63',
  '#f9a93d',
  '#f59e2c',
  '#b86a0a',
  '#8f4700',
  '#6f3800',
  '#4f2800',
];

/** Greys with a breath of the brand's violet, so that surfaces and accents belong together. */
const dark: MantineColorsTuple = [
  '#efedf7',
  '#d3cfe3',
  '#aaa5c2',
  '#787192',
  '#4a4466',
  '#322d47',
  '#221e32',
  '#1a1727',
  '#161322',
  '#12101c',
];

const gray: MantineColorsTuple = [
  '#f8f7fa',
  '#f4f2f7',
  '#e5e1ec',
  '#d6d1e0',
  '#b9b3c8',
  '#8d87a3',
  '#6f6987',
  '#5c5873',
  '#3a3652',
  '#1b1830',
];

const red: MantineColorsTuple = [
  '#fdeaec',
  '#fde3e6',
  '#f5a5af',
  '#ee7585',
  '#e54d61',
  '#d13448',
  '#c92a3d',
  '#a61e30',
  '#851726',
  '#64101b',
];

const green: MantineColorsTuple = [
  '#e0f4ea',
  '#d9f2e5',
  '#92d6b3',
  '#5ec08f',
  '#37a974',
  '#1f8f5c',
  '#18774d',
  '#14613f',
  '#0f4b30',
  '#0a3522',
];

export const theme = createTheme({
  colors: { brand, accent, dark, gray, red, green },
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 5 },
  white: '#ffffff',
  black: '#1b1830',
  fontFamily: 'var(--font)',
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '700',
    sizes: {
      h1: { fontSize: 'var(--step-3)', lineHeight: '1.2' },
      h2: { fontSize: 'var(--step-2)', lineHeight: '1.25' },
      h3: { fontSize: 'var(--step-1)', lineHeight: '1.35' },
    },
  },
  lineHeights: { md: '1.6' },
  defaultRadius: 'md',
  radius: { sm: '0.5rem', md: '0.75rem', lg: '1.25rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { fontWeight: 650 } } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { radius: 5 } },
    Title: { defaultProps: { textWrap: 'balance' } },
    Card: { defaultProps: { padding: 'lg', withBorder: true } },
    Paper: { defaultProps: { withBorder: true } },
    Modal: { defaultProps: { centered: true, radius: 'lg' } },
  },
});

export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-anchor': 'var(--brand-ink)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-error': 'var(--bad-ink)',
    '--mantine-color-red-light': 'var(--bad-soft)',
    '--mantine-color-red-light-color': 'var(--bad-ink)',
    '--mantine-color-green-light': 'var(--good-soft)',
    '--mantine-color-green-light-color': 'var(--good-ink)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-color': 'var(--accent-ink)',
    '--mantine-color-brand-light': 'var(--brand-soft)',
    '--mantine-color-brand-light-color': 'var(--brand-ink)',
  };
  return { variables: {}, light: shared, dark: shared };
};
