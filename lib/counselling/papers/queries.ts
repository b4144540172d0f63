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
  type PaperOffered,
} from './rules';

/** Which papers there are, each in the languages the carrier has written its words in. */
export const listCounsellingPapers = sameFor(
  COUNSELLING_RIGHTS.papers,
  async (): Promise<PaperOffered[]> => {
    const languages = ['de', 'de-LS'] as const;
    const offices = await Promise.all(languages.map((locale) => getOffice({ locale })));
    return COUNSELLING_PAPERS.flatMap((what) =>
      languages
        .filter((_, index) => offices[index]?.ownTexts[PAPER_TEXTS[what]] !== undefined)
        .map((language) => ({ what, language })),
    );
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
