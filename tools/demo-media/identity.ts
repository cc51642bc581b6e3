import type { Page } from '@playwright/test';
import { fontFamily } from './look.ts';

/** A picture that cannot be taken for a real document, for the account whose identity is already verified. */
export async function drawSampleIdentity(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; width: 640px; height: 400px; font-family: ${fontFamily}; color: #22264f; background: #eef0ff; display: grid; grid-template-columns: 200px 1fr; gap: 30px; padding: 44px; box-sizing: border-box; }
    .face { background: #c3caf7; border-radius: 12px; height: 240px; display: grid; place-items: center; font-size: 76px; font-weight: 700; color: #4a52b8; }
    b { font-size: 24px; letter-spacing: .05em; color: #b0282f; } p { margin: 10px 0 0; font-size: 20px; } small { color: #5a5f86; font-size: 15px; }
  </style><div class="face">MN</div><div><b>SAMPLE, NOT AN ID</b><p><small>Name</small><br>Meera Nair</p><p><small>Number</small><br>DEMO-0000-0102</p><p><small>Made for the demonstration data of AI Ready.</small></p></div>`);
  await page.screenshot({ path });
}
