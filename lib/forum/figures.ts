import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { forumPaths } from './paths';

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const list = forumPaths.teamForum();
  return [
    {
      key: 'forum',
      title: 'forum-office.figures.group',
      figures: [
        counted(asked, 'sessionsHeld', { label: 'forum-office.figures.sessionsHeld', list }),
        counted(asked, 'sessionsCancelled', {
          label: 'forum-office.figures.sessionsCancelled',
          list,
        }),
        counted(asked, 'attendance', { label: 'forum-office.figures.attendance', list }),
        counted(asked, 'signUps', { label: 'forum-office.figures.signUps', list }),
      ],
    },
  ];
}
