'use client';

import { ToFailure } from '@/components/layout/to-failure';

/** What breaks outside of all pages. */
export default function BrokenProgram() {
  return (
    <html lang="de">
      <body>
        <ToFailure code="browser" />
      </body>
    </html>
  );
}
