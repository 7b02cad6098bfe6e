import { HostError } from '../hosts/host';
import { useRef, useState, type DragEvent } from 'react';
import { usePane } from './pane-context';

/** A file may be dropped anywhere on the stand-alone page. */
export function useFileDrop() {
  const { source, commands, dispatch } = usePane();
  const [over, setOver] = useState(false);
  // Entering a child fires before leaving its parent.
  const depth = useRef(0);
  const enter = (by: number) => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const files = source.kind === 'files';
  const listeners = {
    onDragEnter: (event: DragEvent) => {
      if (!files || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      enter(1);
    },
    onDragOver: (event: DragEvent) => {
      if (files) event.preventDefault();
    },
    onDragLeave: () => enter(-1),
    onDrop: (event: DragEvent) => {
      if (!files) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const [file, ...others] = event.dataTransfer.files;
      if (file && others.length === 0) void commands.openFile(file);
      else if (file) dispatch({ type: 'failed', error: new HostError('severalFiles', String(others.length + 1)) });
    },
  };
  return { over, listeners };
}
