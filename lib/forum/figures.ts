import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { forumPaths } from './paths';

const KEYS = ['sessionsHeld', 'sessionsCancelled', 'attendance', 'signUps'];

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const pathOf = ({ number }: { number: number }) => forumPaths.teamForumSession(number);
  return [
    {
      key: 'forum',
      title: 'forum-office.figures.group',
      figures: KEYS.map((key) =>
        counted(asked, key, { label: `forum-office.figures.${key}`, pathOf }),
      ),
    },
  ];
}
