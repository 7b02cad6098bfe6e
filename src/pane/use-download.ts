import { useEffect, useState } from 'react';
import type { WrittenFile } from '../hosts/host';

export interface Download {
  readonly name: string;
  readonly url: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a written copy to the browser's downloads, once where that was asked for, and keeps a link to it while it is shown. */
export function useDownload(file: WrittenFile | undefined, atOnce: boolean): Download | undefined {
  const [download, setDownload] = useState<Download>();
  useEffect(() => {
    if (!file) return;
    const url = URL.createObjectURL(new Blob([Uint8Array.from(file.bytes)], { type: XLSX }));
    setDownload({ name: file.name, url });
    if (atOnce) saveAs(url, file.name);
    return () => {
      URL.revokeObjectURL(url);
      setDownload(undefined);
    };
  }, [file, atOnce]);
  return download;
}

/** What a click on a link to a file does. */
export function saveAs(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
