/** Tells a vendor's stand-in how to behave. Throws when it does not take the order. */
export async function control(sandboxUrl: string, order: string, body: Record<string, unknown>): Promise<void> {
  const response = await fetch(`${sandboxUrl}/_control/${order}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${sandboxUrl} refused ${order}: ${response.status} ${await response.text()}`);
}
