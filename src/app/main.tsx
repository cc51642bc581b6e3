import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSession } from '~/entities/session/session-store';
import { applyColorScheme, readColorScheme } from '~/lib/color-scheme';
import { startI18n } from '~/lib/i18n/i18n';
import { App } from './app';

applyColorScheme(readColorScheme());
startSession();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
