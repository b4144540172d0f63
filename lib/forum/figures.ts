import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { forumPaths } from './paths';

const KEYS = ['sessionsHeld', 'sessionsCancelled', 'attendance', 'signUps'];

const pathOf = ({ number }: { number: number }) => forumPaths.teamForumSession(number);

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
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
