import 'server-only';
import { type AskedForFigures, counted, type FigureGroup } from '@/lib/manifest';
import { activationPaths } from './paths';

const pathOf = ({ id }: { id: string }) => activationPaths.teamFormat(id);

/** Editions that were tried, established or discarded in a period, one by one. */
export const figuresOf = async (asked: AskedForFigures): Promise<FigureGroup[]> => [
  {
    key: 'activation',
    title: 'activation.figures.group',
    figures: [
      counted(asked, 'formatsTried', { label: 'activation.figures.tried', pathOf }),
      counted(asked, 'formatsEstablished', { label: 'activation.figures.established', pathOf }),
      counted(asked, 'formatsDiscarded', { label: 'activation.figures.discarded', pathOf }),
    ],
  },
];
