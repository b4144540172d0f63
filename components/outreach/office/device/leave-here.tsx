'use client';

import { useEffect, useRef } from 'react';
import { isUsedHere, leaveNumbers } from './leaving';

/** Stands in a form that signs somebody out: when it is sent, words that must not stay on the device leave it. */
export function LeaveHere() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    // Where the form was never used nothing is made, either.
    let isUsed = true;
    void isUsedHere().then((used) => {
      isUsed = used;
    });
    const leave = () => {
      if (isUsed) void leaveNumbers();
    };
    form?.addEventListener('submit', leave);
    return () => form?.removeEventListener('submit', leave);
  }, []);
  return <span ref={place} className="visually-hidden" hidden />;
}
