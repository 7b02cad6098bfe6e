/** What gouji.html carries in itself: text in a script element that no browser runs. */
export function carriedText(id: string): string | undefined {
  return document.getElementById(id)?.textContent;
}

export function carriedBytes(id: string): Uint8Array<ArrayBuffer> | undefined {
  const base64 = document.getElementById(id)?.textContent;
  return base64 ? Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)) : undefined;
}
