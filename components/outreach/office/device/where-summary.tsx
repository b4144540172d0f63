'use client';

import { useEntering } from './device-context';
import { filledIn, shortDay } from './filled-in';

interface WhereSummaryProps {
  /** With the place in braces. */
  known: string;
  unknown: string;
  districts: readonly { id: string; name: string }[];
}

/** What stays the same from talk to talk, in one line. */
export function WhereSummary({ known, unknown, districts }: WhereSummaryProps) {
  const { draft, today, locale } = useEntering();
  const district = districts.find(({ id }) => id === draft.districtId)?.name;
  if (!district) return unknown;
  const other = draft.day === '' || draft.day === today ? '' : shortDay(draft.day, locale);
  const place = [draft.place, district, other].filter(Boolean).join(', ');
  return filledIn(known, { place });
}
