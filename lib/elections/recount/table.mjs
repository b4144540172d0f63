/**
 * Goes through the table of a published poll: `node table.mjs FILE.json`. Of rankings and of money given out
 * by shares nobody outside gets whole ballots, because an unusual one can be a signature; the table says
 * what the count came to in each step, and this program whether each step follows from the one before by
 * the published words. A browser can load it too. Exit code 1: a step does not follow; 2: this is no such
 * file. All numbers are exact: money in cents, votes of `stv_scottish` in hundred-thousandths.
 */
const WHOLE_VOTE = 100000n;
const sum = (numbers) => [...numbers].reduce((total, number) => total + number, 0n);
const sign = (number) => Number(number > 0n) - Number(number < 0n);
const notBelowZero = (number) => (number > 0n ? number : 0n);
const most = (a, b) => b + notBelowZero(a - b);
const least = (a, b) => a - notBelowZero(a - b);
const costOf = (projects) => sum(projects.map(({ cost }) => cost));
const isSame = (a, b) => JSON.stringify([...a].toSorted()) === JSON.stringify([...b].toSorted());
const inParts = (text, places) => {
  const [whole, part = ''] = String(text).split('.');
  return BigInt(whole + part.padEnd(places, '0'));
};

/** What the rule says, but the table does not. */
class Broken extends Error {}
const expect = (isTrue, what) => {
  if (!isTrue) throw new Broken(what);
};

/** Who goes first: more votes in the last round, or else in the one before it, or else the lot. */
function inOrder(ids, rounds) {
  return ids.toSorted((a, b) => {
    const decisive = rounds.findLast((votes) => votes.get(a) !== votes.get(b));
    return decisive ? sign(decisive.get(b) - decisive.get(a)) : 0;
  });
}

/** Votes only move from whom they were taken; nobody else loses any, and none come from nowhere. */
function expectMoved(before, after, { from, kept }) {
  const others = [...after.keys()].filter((id) => id !== from);
  expect(!after.has(from) || after.get(from) === kept, 'Durchgänge');
  expect(
    others.every((id) => before.has(id) && after.get(id) >= before.get(id)),
    'Durchgänge',
  );
  expect(sum(after.values()) <= sum(before.values()), 'Durchgänge');
}

function instantRunoff({ ids, rounds, cast }) {
  expect(rounds.length > 0 && sum(rounds[0].values()) <= cast, 'Durchgänge');
  let left = ids;
  for (const [at, votes] of rounds.entries()) {
    expect(isSame(votes.keys(), left), 'Durchgänge');
    const held = sum(votes.values());
    const winner = left.find((id) => votes.get(id) * 2n > held);
    const last = inOrder(left, rounds.slice(0, at + 1)).at(-1);
    left = winner ? [winner] : left.filter((id) => id !== last);
    const next = rounds[at + 1];
    expect(left.length <= 1 === !next, 'Durchgänge');
    if (next) expectMoved(votes, next, { from: last, kept: 0n });
  }
  return left;
}

function transferableVote({ ids, rounds, seats, cast, quota }) {
  const first = rounds[0];
  expect(first && isSame(first.keys(), ids), 'Durchgänge');
  expect(
    [...first.values()].every((votes) => votes % WHOLE_VOTE === 0n),
    'Durchgänge',
  );
  const papers = sum(first.values()) / WHOLE_VOTE;
  expect(papers <= cast, 'Durchgänge');
  expect(quotasOf(papers, cast, seats).includes(quota), 'Durchgänge');
  return places(quota, { ids, rounds, seats });
}

/** Ballots that name nobody any more count for a place as well; how many they are the table does not say. */
const quotasOf = (papers, cast, seats) =>
  Array.from(
    { length: Number(cast - papers) + 1 },
    (_, empty) => ((papers + BigInt(empty)) / BigInt(seats + 1) + 1n) * WHOLE_VOTE,
  );

function places(quota, { ids, rounds, seats }) {
  const placed = [];
  for (let at = 0, left = ids; ; at += 1) {
    const votes = rounds[at];
    expect(votes && isSame(votes.keys(), ids), 'Durchgänge');
    placed.push(...left.filter((id) => votes.get(id) >= quota));
    left = left.filter((id) => !placed.includes(id));
    const free = seats - placed.length;
    if (free === 0 || left.length <= free) {
      expect(at === rounds.length - 1, 'Durchgänge');
      return [...placed, ...left.slice(0, free)];
    }
    const seen = rounds.slice(0, at + 1);
    const rich = ids.filter((id) => votes.get(id) > quota);
    const [from] = rich.length > 0 ? inOrder(rich, seen) : inOrder(left, seen).slice(-1);
    left = left.filter((id) => id !== from);
    const next = rounds[at + 1];
    expect(next, 'Durchgänge');
    expectMoved(votes, next, { from, kept: rich.length > 0 ? quota : 0n });
  }
}

function schulze(strength, { ids, pairs, cast }) {
  const above = new Map(ids.map((id) => [id, new Map(ids.map((other) => [other, 0n]))]));
  for (const [a, b, forA, forB] of pairs) {
    expect(above.has(a) && above.has(b) && forA >= 0 && forB >= 0, 'Vergleiche');
    expect(BigInt(forA) + BigInt(forB) <= cast, 'Vergleiche');
    above.get(a).set(b, BigInt(forA));
    above.get(b).set(a, BigInt(forB));
  }
  expect(pairs.length === (ids.length * (ids.length - 1)) / 2, 'Vergleiche');
  const winOf = (a, b) => strength(above.get(a).get(b), above.get(b).get(a));
  const chains = new Map(ids.map((a) => [a, new Map(ids.map((b) => [b, winOf(a, b)]))]));
  for (const via of ids) {
    for (const row of chains.values()) {
      for (const to of ids)
        row.set(to, most(row.get(to), least(row.get(via), chains.get(via).get(to))));
    }
  }
  return ids.filter((a) => ids.every((b) => chains.get(b).get(a) <= chains.get(a).get(b)));
}

/** The others pay what they have left, so the whole shares alone may be less than the cost. */
function equalShares({ options, purchases, budget, cast }) {
  const byId = new Map(options.map((option) => [option.id, option]));
  const bought = purchases.map(({ id, supporters, share: [part, of], payers, partial }) => {
    const project = byId.get(id);
    expect(project && BigInt(supporters) === project.votes && project.votes <= cast, 'Käufe');
    expect(payers > 0 && payers + partial <= supporters, 'Käufe');
    const paid = BigInt(payers) * BigInt(part);
    const all = BigInt(payers + partial) * BigInt(part);
    const due = project.cost * BigInt(of);
    expect(partial === 0 ? paid === due : paid < due && due < all, 'Käufe');
    return project;
  });
  expect(new Set(bought).size === bought.length && costOf(bought) <= budget, 'Käufe');
  const wanted = options.filter(({ votes }) => votes > 0n);
  const free = wanted.filter(({ cost }) => cost === 0n);
  const taken = [...free, ...bought];
  // The rest goes by votes, and what is equal by the lot.
  const others = wanted.filter((project) => !taken.includes(project));
  for (const project of others.toSorted((a, b) => sign(b.votes - a.votes))) {
    if (costOf([...taken, project]) <= budget) taken.push(project);
  }
  return taken.map(({ id }) => id);
}

const RULES = {
  irv: instantRunoff,
  stv_scottish: transferableVote,
  schulze_margins: (table) => schulze((pro, con) => notBelowZero(pro - con), table),
  schulze_winning_votes: (table) => schulze((pro, con) => (pro > con ? pro : 0n), table),
  mes_cost_add1u: equalShares,
};

function read({ format, rule, seats, budget, options, cast, abstentions, result }) {
  if (format !== 'poll-table/1' || !RULES[rule]) throw new TypeError('wrong format');
  const places = rule === 'stv_scottish' ? 5 : 0;
  const votes = new Map(Object.entries(result.votes).map(([id, given]) => [id, BigInt(given)]));
  const roundOf = (round) =>
    new Map(Object.entries(round).map(([id, text]) => [id, inParts(text, places)]));
  const open = options.filter(({ withdrawn }) => withdrawn !== true);
  return {
    ids: open.map(({ id }) => id),
    options: open.map(({ id, cost }) => ({
      id,
      votes: votes.get(id),
      cost: inParts(cost ?? 0, 2),
    })),
    cast: BigInt(cast - abstentions),
    ...{ seats, votes, budget: inParts(budget ?? 0, 2) },
    quota: inParts(result.quota ?? 0, 5),
    ...{ pairs: result.pairs ?? [], purchases: result.purchases ?? [] },
    rounds: (result.rounds ?? []).map(roundOf),
  };
}

/** Its types stand in `table.d.mts`. What does not follow is said in a word. */
export function checkTable(file) {
  const table = read(file);
  try {
    const winners = RULES[file.rule](table).filter((id) => isMarked(file, table, id));
    expect(isSame(winners, file.result.winners), 'Ergebnis');
    return { winners, problem: null };
  } catch (error) {
    if (error instanceof Broken) return { winners: [], problem: error.message };
    throw error;
  }
}

/** What nobody marked is recommended by nobody; a ranking may name somebody whom nobody put first. */
function isMarked({ method, result }, { votes, pairs, rounds }, id) {
  if (method !== 'RANKING' || votes.get(id) > 0n) return true;
  const isAbove = ([a, b, forA, forB]) => (a === id && forA > 0) || (b === id && forB > 0);
  return (
    pairs.some(isAbove) || rounds.some((round) => round.get(id) > 0n) || result.winners.includes(id)
  );
}

async function main(readFile, [path]) {
  try {
    const { winners, problem } = checkTable(JSON.parse(await readFile(path, 'utf8')));
    const verdict = problem === null ? 'folgt' : `folgt nicht: ${problem}`;
    process.stdout.write(`Vorn: ${winners.toSorted().join(', ') || 'niemand'}\n${verdict}\n`);
    process.exitCode = problem === null ? 0 : 1;
  } catch {
    process.stderr.write('Das ist keine lesbare Datei mit einer Zähltafel (poll-table/1).\n');
    process.exitCode = 2;
  }
}

// A browser knows no file names, and a program importing this was started as another file.
if (import.meta.filename && process.argv[1]) {
  const { readFile, realpath } = await import('node:fs/promises');
  const started = await realpath(process.argv[1]).catch(() => '');
  if (started === import.meta.filename) await main(readFile, process.argv.slice(2));
}
