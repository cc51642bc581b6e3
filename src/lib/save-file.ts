function click(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

/** Hands bytes that are here already to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  click(address, name);
  // The browser reads the address after the click returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Lets the browser fetch an address to disk by itself: nothing of it passes through the page, which stays. The server names the file. */
export const followDownload = (address: string): void => click(address, '');
