import { useEffect, useState } from 'react';
import type { WrittenSummary } from '../hosts/host';

export interface Download {
  readonly name: string;
  readonly url: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a written copy to the browser's downloads, once, and keeps a link to it while it is shown. */
export function useDownload(written: WrittenSummary | undefined): Download | undefined {
  const [download, setDownload] = useState<Download>();
  useEffect(() => {
    const file = written?.file;
    if (!file) return;
    const url = URL.createObjectURL(new Blob([Uint8Array.from(file.bytes)], { type: XLSX }));
    setDownload({ name: file.name, url });
    const link = document.createElement('a');
    link.href = url;
    link.download = file.name;
    link.click();
    return () => {
      URL.revokeObjectURL(url);
      setDownload(undefined);
    };
  }, [written]);
  return download;
}
