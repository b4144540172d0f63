import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { calendarPaths } from './paths';

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const list = calendarPaths.teamCalendar();
  return [
    {
      key: 'calendar',
      title: 'calendar.figures.group',
      figures: [
        counted(asked, 'partnerEntries', { label: 'calendar.figures.partnerEntries', list }),
        counted(asked, 'partnersWithEntries', {
          label: 'calendar.figures.partnersWithEntries',
          list,
        }),
      ],
    },
  ];
}
