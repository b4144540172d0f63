import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { AppError } from '@/lib/core/errors';
import { getOffice } from '@/lib/settings/queries';
import { COUNSELLING_RIGHTS } from '../access';
import {
  COUNSELLING_PAPERS,
  type CounsellingPaper,
  isCounsellingPaper,
  PAPER_TEXTS,
} from './rules';

/** Which papers there are: those the carrier has written its words for. */
export const listCounsellingPapers = sameFor(
  COUNSELLING_RIGHTS.papers,
  async (): Promise<CounsellingPaper[]> => {
    const { ownTexts } = await getOffice({ locale: 'de' });
    return COUNSELLING_PAPERS.filter((what) => ownTexts[PAPER_TEXTS[what]] !== undefined);
  },
);

/** One of them, blank, with the carrier's words. @throws {AppError} NOT_FOUND, also where it has written none */
export const getCounsellingPaper = sameFor(
  COUNSELLING_RIGHTS.papers,
  async (asked: string, locale: string): Promise<{ what: CounsellingPaper; text: string }> => {
    if (!isCounsellingPaper(asked)) throw new AppError('NOT_FOUND');
    const own = (await getOffice({ locale })).ownTexts[PAPER_TEXTS[asked]];
    if (!own) throw new AppError('NOT_FOUND');
    return { what: asked, text: own.text };
  },
);
