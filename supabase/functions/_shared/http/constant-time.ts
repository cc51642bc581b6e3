const encoder = new TextEncoder();

/** Takes as long for a near miss as for a far one. Only a difference in length shows, and lengths here are no secret. */
export function equalInConstantTime(a: string, b: string): boolean {
  const left = encoder.encode(a);
  const right = encoder.encode(b);
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) {
    difference |= (left[index] ?? 0) ^ (right[index % Math.max(right.length, 1)] ?? 0);
  }
  return difference === 0;
}

/** True when the value equals one of the candidates; looks at all of them in any case. */
export function equalsOneOf(value: string, candidates: readonly string[]): boolean {
  let found = false;
  for (const candidate of candidates) {
    if (candidate !== '' && equalInConstantTime(value, candidate)) found = true;
  }
  return found;
}
