import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { meetingsPaths } from './paths';

const pathOf = ({ id }: { id: string }) => meetingsPaths.teamMeeting(id);

/** What people of the office learnt: trainings one by one, and the whole hours of everybody together. */
export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  return [
    {
      key: 'training',
      title: 'meetings.figures.group',
      figures: [
        counted(asked, 'staffTrainings', { label: 'meetings.figures.trainings', pathOf }),
        {
          ...{ key: 'trainingHoursStaff', label: 'meetings.figures.hours', unit: 'count' as const },
          value: Math.floor((await trainingMinutes(asked)) / 60),
        },
      ],
    },
  ];
}

async function trainingMinutes({ from, to }: AskedForFigures): Promise<number> {
  const rows = await db.staffMeeting.findMany({
    where: {
      kind: 'TRAINING',
      state: { in: ['ATTENDED', 'EVALUATED'] },
      day: { gte: dayColumn(officeDate(from)), lt: dayColumn(officeDate(to)) },
    },
    select: { minutes: true, people: true },
  });
  return rows.reduce((sum, { minutes, people }) => sum + minutes * people, 0);
}
