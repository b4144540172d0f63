'use client';

import { useEffect, useRef } from 'react';

/** Stands in a form: when it is sent, pages that were kept on the device for use without a line leave it. */
export function EmptyCaches() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    form?.addEventListener('submit', emptyCaches);
    return () => form?.removeEventListener('submit', emptyCaches);
  }, []);
  return <span ref={place} className="visually-hidden" hidden />;
}

function emptyCaches(): void {
  // Without encryption there are none.
  if (!('caches' in window)) return;
  void caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));
}
