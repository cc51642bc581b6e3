/** GST on courses, in per cent. What is charged is reckoned by the server at checkout; this only tells a visitor what to expect. */
const gstPercent = 18;

/** Paise before tax to paise with GST, rounded half up to the paisa as the server does. */
export const withGst = (paise: number): number => paise + Math.round((paise * gstPercent) / 100);
