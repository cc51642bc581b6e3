/** Length beats symbols; 72 bytes is where the hash stops reading: Devanagari takes three bytes a letter. */
export const passwordRule = { minLength: 10, maxBytes: 72 };

export const isPasswordLongEnough = (password: string) => password.length >= passwordRule.minLength;
export const isPasswordShortEnough = (password: string) =>
  new TextEncoder().encode(password).length <= passwordRule.maxBytes;
