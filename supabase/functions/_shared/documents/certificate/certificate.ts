import { Document, Page, Path, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { colors, page } from './artwork.ts';
import type { CertificateData } from './certificate-data.ts';
import { background, brandMark, flourish, sealArt } from './drawings.ts';
import type { MeasuredText } from './fonts.ts';
import type { qrPath } from './qr-path.ts';
import { fontFamilies } from './scripts.ts';
import { styles } from './styles.ts';
import { certificateTexts as texts, formatDate, formatScore } from './texts.ts';

export type SizedText = MeasuredText & { fontSize: number };

export type CertificateParts = {
  data: CertificateData;
  holder: SizedText;
  track: SizedText;
  signatory: SizedText | null;
  qr: ReturnType<typeof qrPath>;
};

type TextStyle = (typeof styles)[keyof typeof styles];

/** A text whose letters may be of several scripts, each in its own font. */
function scripted(text: SizedText, style: TextStyle) {
  return h(
    Text,
    { style: [style, { fontSize: text.fontSize, lineHeight: 1.3, fontFamily: fontFamilies.latin }] },
    text.runs.map((run, index) => h(Text, { key: index, style: { fontFamily: fontFamilies[run.script] } }, run.text)),
  );
}

function labelled(label: string, value: string, style?: TextStyle) {
  return h(
    View,
    { style: style ?? {} },
    h(Text, { style: styles.label }, label),
    h(Text, { style: styles.value }, value),
  );
}

function body({ data, holder, track }: CertificateParts) {
  return h(
    View,
    { style: styles.body },
    h(Text, { style: styles.lead }, texts.presented),
    h(View, { style: { height: 10 } }),
    scripted(holder, styles.name),
    h(View, { style: styles.rule }, flourish()),
    h(Text, { style: styles.lead }, texts.passed),
    h(View, { style: { height: 8 } }),
    scripted(track, styles.track),
    data.score === null
      ? null
      : h(Text, { style: [styles.lead, { marginTop: 8 }] }, texts.score(formatScore(data.score))),
  );
}

function foot({ data, signatory, qr }: CertificateParts) {
  const quiet = 2;
  const box = `${-quiet} ${-quiet} ${qr.size + 2 * quiet} ${qr.size + 2 * quiet}`;
  return h(
    View,
    { style: styles.foot },
    h(
      View,
      { style: styles.column },
      h(
        View,
        { style: styles.dates },
        labelled(texts.issued, formatDate(data.issuedAt), styles.date),
        labelled(texts.validUntil, data.expiresAt ? formatDate(data.expiresAt) : texts.noExpiry, styles.date),
      ),
      signatory &&
        h(
          View,
          { style: styles.signature },
          scripted(signatory, styles.signatory),
          h(Text, { style: styles.signatoryTitle }, data.signatory?.title ?? ''),
        ),
    ),
    sealArt(),
    h(
      View,
      { style: styles.right },
      h(
        View,
        { style: styles.facts },
        h(Text, { style: styles.label }, texts.number),
        h(Text, { style: [styles.value, { textAlign: 'right' }] }, data.number),
        h(Text, { style: styles.label }, texts.verify),
        h(Text, { style: styles.address }, data.verifyUrl.replace(/^https?:\/\//, '')),
      ),
      h(Svg, { width: 78, height: 78, viewBox: box }, h(Path, { d: qr.path, fill: colors.ink })),
    ),
  );
}

export function certificateDocument(parts: CertificateParts) {
  const { data } = parts;
  const issuedAt = new Date(data.issuedAt);
  return h(
    Document,
    {
      title: `${data.number} – ${data.holderName}`,
      subject: data.trackName,
      author: data.productName,
      creator: data.productName,
      producer: data.productName,
      language: 'en-IN',
      // The time of issue, not of drawing: the same certificate is the same file.
      creationDate: issuedAt,
      modificationDate: issuedAt,
    },
    h(
      Page,
      { size: [page.width, page.height], style: styles.page },
      background(),
      h(View, { style: styles.head }, brandMark(), h(Text, { style: styles.product }, data.productName.toUpperCase())),
      h(Text, { style: styles.title }, texts.title),
      body(parts),
      foot(parts),
    ),
  );
}
