const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const shape = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/;

/**
 * Whether a GSTIN is well formed: state code, PAN, entity number, `Z`, and the check character.
 * The check character is Luhn's method on base 36 over the first fourteen characters.
 */
export function isGstin(value: string): boolean {
  if (!shape.test(value)) return false;
  return value.charAt(14) === checkCharacter(value.slice(0, 14));
}

function checkCharacter(body: string): string {
  let sum = 0;
  for (const [index, character] of [...body].entries()) {
    const product = alphabet.indexOf(character) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return alphabet.charAt((36 - (sum % 36)) % 36);
}
