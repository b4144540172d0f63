import type { Reading } from '@/lib/elections/methods/preferences.mjs';
import type { RunoffOptions } from '@/lib/elections/methods/runoff.mjs';
import type { Election } from '@/lib/elections/types';
import { readData, readJson } from './elections';

/** One race of RCTab's own tests, read into our words: the options it was counted by and its papers. */
export interface Race {
  election: Election;
  options: RunoffOptions;
  /** What everybody had in each round. */
  rounds: Record<string, string>[];
}

export interface Listed {
  case: string;
  mode: string;
  overvoteRule: string;
  maxSkippedRanksAllowed: string;
  exhaustOnDuplicate: boolean;
  batch: boolean;
  overvoteLabel: string;
  skippedRankLabel: string;
  uwiLabel: string;
  overvoteDelimiter: string | null;
  winners: string | number;
  expected_elected: string[];
}

const FOLDER = 'ranked-ballots/rctab';

export const listedRaces = () => readJson<Listed[]>(`${FOLDER}/INDEX.json`);

/** Names written in by hand that nobody registered: counted as one who leaves first. */
const WRITE_INS = 'Undeclared Write-ins';

const DOUBLE_MARKS: Record<string, NonNullable<Reading['doubleMarks']>> = {
  exhaustImmediately: 'exhaust',
  alwaysSkipToNextRank: 'skip',
  exhaustIfMultipleContinuing: 'exhaust-if-several',
};

export function readRace(listed: Listed): Race {
  const { candidates } = readJson<{ candidates: { name: string; excluded: boolean }[] }>(
    `${FOLDER}/${listed.case}/config.json`,
  );
  const report = readJson<{ results: { tally: Record<string, string> }[] }>(
    `${FOLDER}/${listed.case}/expected_detailed_report.json`,
  );
  const papers = listed.case.startsWith('test_set')
    ? recordedPapers(listed.case)
    : csvPapers(listed);
  if (listed.uwiLabel) candidates.push({ name: WRITE_INS, excluded: false });
  const names = candidates.map(({ name }) => name);
  return {
    election: {
      candidates: candidates.map(({ name: id, excluded: withdrawn }) => ({
        id,
        cost: 0n,
        withdrawn,
      })),
      papers: papers.map((ranks) => ({
        count: 1,
        // Two marks without a name: whoever they are for, they are two.
        ranks: ranks.map((rank) =>
          rank === null ? names.map((_, index) => index) : rank.map((name) => names.indexOf(name)),
        ),
      })),
      seats: Number(listed.winners),
      unit: 1n,
      budget: null,
      lot: names.map((_, index) => index),
    },
    options: {
      doubleMarks: DOUBLE_MARKS[listed.overvoteRule] ?? 'share',
      mostSkipped: Number(listed.maxSkippedRanksAllowed),
      endAtRepeated: listed.exhaustOnDuplicate,
      together: listed.batch,
      tieByOrderOnly: true,
    },
    rounds: report.results.map(({ tally }) => tally),
  };
}

/** By rank the names marked; null where the scanner only says that there were several. */
type Ranks = (string[] | null)[];

function csvPapers(listed: Listed): Ranks[] {
  const lines = readData(`${FOLDER}/${listed.case}/ballots.csv`).trimEnd().split(/\r?\n/).slice(1);
  const cell = (text: string) => {
    if (text === '' || text === listed.skippedRankLabel) return [];
    if (text === listed.overvoteLabel) return null;
    if (text === listed.uwiLabel) return [WRITE_INS];
    return listed.overvoteDelimiter ? text.split(listed.overvoteDelimiter) : [text];
  };
  return lines.map((line) =>
    [...`,${line}`.matchAll(/,(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      cell(quoted ?? plain ?? ''),
    ),
  );
}

interface Recorded {
  CVR: {
    CVRSnapshot: {
      CVRContest: {
        CVRContestSelection: {
          ContestSelectionId: string;
          SelectionPosition: { Rank: number }[];
        }[];
      }[];
    }[];
  }[];
  Election: {
    Candidate: { '@id': string; Name: string }[];
    Contest: { ContestSelection: { '@id': string; CandidateIds: string[] }[] }[];
  }[];
}

/** Cast vote records in the format of NIST SP 1500-103. */
function recordedPapers(folder: string): Ranks[] {
  const { CVR: records, Election: elections } = readJson<Recorded>(
    `${FOLDER}/${folder}/${folder}_cvr.json`,
  );
  const [election] = elections;
  const names = new Map(election?.Candidate.map((one) => [one['@id'], one.Name]));
  const selections = new Map(
    election?.Contest[0]?.ContestSelection.map((one) => [
      one['@id'],
      names.get(one.CandidateIds[0] ?? '') ?? '',
    ]),
  );
  return records.map((record) => {
    const marks = record.CVRSnapshot[0]?.CVRContest[0]?.CVRContestSelection ?? [];
    const placed = marks.flatMap(({ ContestSelectionId: id, SelectionPosition: positions }) =>
      positions.map(({ Rank: rank }) => ({ rank, name: selections.get(id) ?? '' })),
    );
    const last = Math.max(0, ...placed.map(({ rank }) => rank));
    return Array.from({ length: last }, (_, index) =>
      placed.filter(({ rank }) => rank === index + 1).map(({ name }) => name),
    );
  });
}
