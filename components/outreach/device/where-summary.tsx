'use client';

import { useEntering } from './device-context';
import { filledIn } from './filled-in';

interface WhereSummaryProps {
  /** With the place in braces. */
  known: string;
  unknown: string;
  districts: readonly { id: string; name: string }[];
}

/** What stays the same from talk to talk, in one line. */
export function WhereSummary({ known, unknown, districts }: WhereSummaryProps) {
  const { draft, today } = useEntering();
  const district = districts.find(({ id }) => id === draft.districtId)?.name;
  if (!district) return unknown;
  const [year, month, day] = draft.day.split('-').map(Number);
  const other = draft.day === '' || draft.day === today ? '' : `${day}.${month}.${year}`;
  const place = [draft.place, district, other].filter(Boolean).join(', ');
  return filledIn(known, { place });
}
