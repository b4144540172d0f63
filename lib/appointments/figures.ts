import 'server-only';
import { officeDate } from '@/lib/core/office-time';
import { behindTheWall } from '@/lib/core/walled';
import type { AskedForFigures, FigureGroup } from '@/lib/manifest';

/** Talks of a quarter that is over, of all who counsel together; none that is small, nor any from which a small one follows. */
export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const figure = { key: 'counsellingTalks', label: 'appointments.figures.talks' } as const;
  return [
    {
      key: 'counselling',
      title: 'appointments.figures.group',
      figures: [{ ...figure, unit: 'count', onlyClosed: true, value: await talksIn(asked) }],
    },
  ];
}

/** Null also where the wall does not stand: then nothing is known. */
async function talksIn({ from, to, at }: AskedForFigures): Promise<number | null> {
  if (to > at) return null;
  const rows = await behindTheWall('', (ask) =>
    ask<{ talks: number | null }>('SELECT counselling.talks_of_quarter($1, $2) AS talks', [
      officeDate(from),
      officeDate(to),
    ]),
  );
  return rows?.[0]?.talks ?? null;
}
