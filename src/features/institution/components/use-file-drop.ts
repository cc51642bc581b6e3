import { useEffect, useRef, useState, type DragEvent } from 'react';

const carriesFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') === true;

/** Takes files that are dropped on an element; `dragging` while one hovers over it. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [dragging, setDragging] = useState(false);
  // Moving over a child leaves the parent: only the last leaving counts.
  const depth = useRef(0);

  useEffect(() => {
    // A file that is let go beside the zone would open in place of the page.
    const keepPage = (event: globalThis.DragEvent) => {
      if (carriesFiles(event.dataTransfer)) event.preventDefault();
    };
    globalThis.addEventListener('dragover', keepPage);
    globalThis.addEventListener('drop', keepPage);
    return () => {
      globalThis.removeEventListener('dragover', keepPage);
      globalThis.removeEventListener('drop', keepPage);
    };
  }, []);

  const move = (step: 1 | -1) => (event: DragEvent) => {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    depth.current += step;
    setDragging(depth.current > 0);
  };
  return {
    dragging,
    zone: {
      onDragEnter: move(1),
      onDragLeave: move(-1),
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        depth.current = 0;
        setDragging(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      },
    },
  };
}
