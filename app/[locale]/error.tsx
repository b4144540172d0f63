'use client';

import { ToFailure } from '@/components/layout/to-failure';

/** A page that breaks in the browser. */
export default function BrokenPage() {
  return <ToFailure code="browser" />;
}
