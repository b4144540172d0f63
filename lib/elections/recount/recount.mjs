/**
 * Counts a published poll again: `node recount.mjs FILE.json [CHECKSUM AS THE PAGE SHOWS IT]`. Written
 * from nothing but the published words; a browser can load it too. Exit code 1: differs, with the
 * first difference; 2: this is no such file. All numbers are exact: money in cents, votes of
 * `stv_scottish` in hundred-thousandths. Options always stand in the order of the lot, and sorting
 * keeps it among equals.
 */
const [WHOLE_VOTE, EURO] = [100000n, 100n];
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0n);
const sign = (number) => Number(number > 0n) - Number(number < 0n);
const zeros = (options) => new Map(options.map((option) => [option, 0n]));
const raise = (votes, option, by = 1n) => votes.set(option, votes.get(option) + by);
const notBelowZero = (number) => (number > 0n ? number : 0n);
const greater = (a, b) => b + notBelowZero(a - b);
const lesser = (a, b) => a - notBelowZero(a - b);
const isChosen = ({ backers }) => backers.length > 0;
const byVotes = (a, b) => sign(b.votes - a.votes);
const byVotesPerCost = (a, b) => sign(b.votes * a.cost - a.votes * b.cost);
const costOf = (projects) => sum(projects.map(({ cost }) => cost));
const cents = (euros) => {
  const [whole, part = ''] = String(euros).split('.');
  return BigInt(whole + part.padEnd(2, '0'));
};

function mostVotes({ options, seats }) {
  const ranked = options.toSorted(byVotes);
  // Lots decide only between several places; for a single one all that are level stand in front.
  const isInFront = ({ votes }, at) => (seats > 1 ? at < seats : votes === ranked[0].votes);
  return { winners: ranked.filter(isInFront) };
}

/** Who goes first: more votes in the last round, or else in the one before it, or else the lot. */
function inOrder(options, rounds) {
  return options.toSorted((a, b) => {
    const decisive = rounds.findLast((votes) => votes.get(a) !== votes.get(b));
    return decisive ? sign(decisive.get(b) - decisive.get(a)) : 0;
  });
}

function instantRunoff({ options, ballots }) {
  const rounds = [];
  for (let left = options; ; ) {
    const votes = zeros(left);
    const held = ballots.map((names) => names.find((option) => votes.has(option))).filter(Boolean);
    for (const option of held) raise(votes, option);
    rounds.push(votes);
    const winner = left.find((option) => votes.get(option) * 2n > BigInt(held.length));
    const last = inOrder(left, rounds).at(-1);
    left = winner ? [winner] : left.filter((option) => option !== last);
    // The only one left is recommended without a round of its own.
    if (left.length <= 1) return { winners: left, rounds };
  }
}

function transferableVote({ options, ballots, seats }) {
  const papers = ballots
    .filter((names) => names.length > 0)
    .map((names) => ({ names, holder: names[0], value: WHOLE_VOTE }));
  const quota = (BigInt(papers.length) / BigInt(seats + 1) + 1n) * WHOLE_VOTE;
  const rounds = [zeros(options)];
  for (const { holder } of papers) raise(rounds[0], holder, WHOLE_VOTE);
  const placed = [];
  for (let left = options; ; ) {
    const votes = rounds.at(-1);
    placed.push(...left.filter((option) => votes.get(option) >= quota));
    left = left.filter((option) => !placed.includes(option));
    const free = seats - placed.length;
    // With all places given away, or enough for all, passing on could change nothing any more.
    const winners = [...placed, ...left.slice(0, free)];
    if (free === 0 || left.length <= free) return { winners, rounds };
    const rich = options.filter((option) => votes.get(option) > quota);
    const [from] = rich.length > 0 ? inOrder(rich, rounds) : inOrder(left, rounds).slice(-1);
    const kept = rich.length > 0 ? quota : 0n;
    left = left.filter((option) => option !== from);
    rounds.push(passOn(papers, { votes, from, kept, left }));
  }
}

/** All papers of one answer go to the next on them; what it keeps for its place is missing in their value. */
function passOn(papers, { votes, from, kept, left }) {
  const next = new Map(votes).set(from, kept);
  for (const paper of papers.filter(({ holder }) => holder === from)) {
    paper.holder = paper.names.find((option) => left.includes(option));
    if (kept) paper.value = (paper.value * (votes.get(from) - kept)) / votes.get(from);
    if (paper.holder) raise(next, paper.holder, paper.value);
  }
  return next;
}

/** How many ballots have one answer above another. */
function preferences({ options, ballots }) {
  const above = new Map(options.map((option) => [option, zeros(options)]));
  for (const names of ballots) {
    for (const [at, option] of names.entries()) {
      const upTo = new Set(names.slice(0, at + 1));
      for (const lower of options) if (!upTo.has(lower)) raise(above.get(option), lower);
    }
  }
  return above;
}

function schulze(strength, { options, ballots }) {
  const above = preferences({ options, ballots });
  const winOf = (a, b) => strength(above.get(a).get(b), above.get(b).get(a));
  const chains = new Map(options.map((a) => [a, new Map(options.map((b) => [b, winOf(a, b)]))]));
  const longer = (row, via, to) => lesser(row.get(via), chains.get(via).get(to));
  // Allowing one more answer on the way at a time finds the strongest of all chains.
  for (const via of options) {
    for (const row of chains.values()) {
      for (const to of options) row.set(to, greater(row.get(to), longer(row, via, to)));
    }
  }
  const stands = (a) => options.every((b) => chains.get(b).get(a) <= chains.get(a).get(b));
  return { winners: options.filter(stands) };
}

/** Leaves out what nobody ticked: it gets nothing, and without a cost could not be compared. */
function spend(projects, order, budget) {
  const paid = [];
  for (const project of projects.filter(isChosen).toSorted(order)) {
    if (costOf([...paid, project]) <= budget) paid.push(project);
  }
  return paid;
}

/** The full amount of a ballot divided by the cost is need / over; null where money is lacking. */
function priceOf({ backers, cost }, money, unit) {
  let [need, rich] = [cost * unit, backers];
  while (rich.length > 0) {
    const count = BigInt(rich.length);
    const enough = (need + count - 1n) / count;
    const short = rich.filter((i) => money[i] < enough);
    if (short.length === 0) return { need, count, over: count * unit * cost, rich };
    need -= sum(short.map((i) => money[i]));
    rich = rich.filter((i) => money[i] >= enough);
  }
  return null;
}

/** One buying from the start, all amounts whole numbers of 1 / unit cents. */
function buy(projects, { budget, ballots }, euros) {
  let unit = BigInt(ballots.length);
  let money = ballots.map(() => budget + euros * EURO * unit);
  const [bought, trace] = [[], []];
  // Prices only rise while money is spent. So each begins with the least it can ever be, an equal
  // part for everybody, and only the lowest is worked out anew until it proves to be up to date.
  let offers = projects.map((project) => ({ project, price: { need: 1n, over: project.votes } }));
  const lead = (a, b) => a.need * b.over - b.need * a.over;
  while (offers.length > 0) {
    const offer = offers.reduce((a, b) => (lead(b.price, a.price) < 0n ? b : a));
    const price = priceOf(offer.project, money, unit);
    const isDue = price !== null && lead(price, offer.price) === 0n;
    trace.push(offer.project.id, isDue, price?.rich.join());
    offer.price = price;
    if (isDue || !price) offers = offers.filter((other) => other !== offer);
    if (!isDue) continue;
    bought.push(offer.project);
    unit *= price.count;
    money = money.map((amount) => amount * price.count);
    for (const i of offer.project.backers) money[i] = notBelowZero(money[i] - price.need);
  }
  return { bought, rest: budget - costOf(bought), trace: trace.join(' ') };
}

/**
 * Going euro by euro can take too long. All amounts of a buying are linear in the share while its
 * decisions (the trace) are the same: where two shares agree, so do all between, and are left out.
 */
function equalShares(poll) {
  const wanted = poll.options.filter((option) => isChosen(option) && option.cost > 0n);
  const others = ({ bought }) => wanted.filter((project) => !bought.includes(project));
  let [euros, step, now] = [0n, 1n, buy(wanted, poll, 0n)];
  while (others(now).some(({ cost }) => cost <= now.rest)) {
    const later = buy(wanted, poll, euros + step);
    const same = later.trace === now.trace;
    if (step === 1n && later.rest < 0n) break;
    if (same || step === 1n) [euros, now] = [euros + step, later];
    step = same ? step * 2n : step / 2n || 1n;
  }
  const free = poll.options.filter(({ cost }) => cost === 0n);
  return { winners: [...free, ...now.bought, ...spend(others(now), byVotes, now.rest)] };
}

const greedy = (order) => (poll) => ({ winners: spend(poll.options, order, poll.budget) });
const COUNTS = {
  ...{ 'YES_NO plurality': mostVotes, 'ONE plurality': mostVotes },
  ...{ 'UP_TO approval': mostVotes, 'POINTS points': mostVotes, 'RANKING irv': instantRunoff },
  'RANKING schulze_margins': (poll) => schulze((pro, con) => notBelowZero(pro - con), poll),
  'RANKING schulze_winning_votes': (poll) => schulze((pro, con) => (pro > con ? pro : 0n), poll),
  'RANKING stv_scottish': transferableVote,
  'BUDGET greedy_votes': greedy(byVotes),
  'BUDGET greedy_votes_per_cost': greedy(byVotesPerCost),
  'BUDGET mes_cost_add1u': equalShares,
};

function count({ format, method, rule, seats, budget, options, ballots }) {
  const inCents = (amount) => (method === 'BUDGET' ? cents(amount) : 0n);
  const all = options.map((o) => ({ ...o, cost: inCents(o.cost), votes: 0n, backers: [] }));
  const byId = new Map(all.map((option) => [option.id, option]));
  const marksOf = (b) => (method === 'POINTS' ? b : [...new Set(b.values())].map((id) => [id, 1]));
  const cast = ballots.map((ballot, i) =>
    marksOf(ballot).map(([id, points], at) => {
      const option = byId.get(id);
      option.votes += method === 'RANKING' && at > 0 ? 0n : BigInt(points);
      if (points > 0) option.backers.push(i);
      return option;
    }),
  );
  if (format !== 'poll-ballots/1' || byId.size < all.length) throw new TypeError('wrong format');
  const isIn = ({ withdrawn }) => withdrawn !== true;
  const poll = { options: all.filter(isIn), ballots: cast.map((names) => names.filter(isIn)) };
  return { all, ...COUNTS[`${method} ${rule}`]({ ...poll, seats, budget: inCents(budget) }) };
}

async function endOfChain(file) {
  const digest = (text) =>
    globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hash = async (text) =>
    Array.from(new Uint8Array(await digest(text)), (b) => b.toString(16).padStart(2, '0')).join('');
  let link = await hash(JSON.stringify({ ...file, ballots: undefined, head: undefined }));
  for (const ballot of file.ballots) link = await hash(`${link}\n${JSON.stringify(ballot)}`);
  return link;
}

export async function recount(file, checksum = file.head) {
  const { all, winners, rounds = [] } = count(file);
  const ids = winners.filter(isChosen).map(({ id }) => id);
  const inParts = (n) => `${n / WHOLE_VOTE}.${String(n % WHOLE_VOTE).padStart(5, '0')}`;
  const toText = ([{ id }, n]) => [id, file.rule === 'stv_scottish' ? inParts(n) : String(n)];
  const ownRounds = rounds.map((votes) => Object.fromEntries([...votes].map(toText)));
  // In a round and among the winners the order means nothing.
  const roundsAsText = (list) => JSON.stringify(list.map((o) => Object.entries(o).toSorted()));
  const setAsText = (list) => JSON.stringify([...new Set(list)].toSorted());
  const { votes: given, winners: named, rounds: passed = ownRounds } = file.result;
  const isOther = ({ id, votes }) => JSON.stringify(given[id]) !== String(votes);
  const end = await endOfChain(file);
  const isWhole = end === file.head && end === checksum?.replace(/\s/g, '').toLowerCase();
  const differences = [
    ...(isWhole ? [] : ['Prüfsumme der Stimmzettel']),
    ...all.filter(isOther).map(({ label }) => label),
    ...(roundsAsText(passed) === roundsAsText(ownRounds) ? [] : ['Durchgänge']),
    ...(setAsText(named) === setAsText(ids) ? [] : ['Ergebnis']),
  ];
  return { winners: ids, differences };
}

async function main(readFile, [path, ...words]) {
  try {
    const file = JSON.parse(await readFile(path, 'utf8'));
    const { winners, differences } = await recount(file, words[0] && words.join(''));
    const isSame = differences.length === 0;
    const verdict = isSame ? 'gleich' : `verschieden: ${differences[0].replace(/[\r\n]+/g, ' ')}`;
    process.stdout.write(`Vorn: ${winners.toSorted().join(', ') || 'niemand'}\n${verdict}\n`);
    process.exitCode = isSame ? 0 : 1;
  } catch {
    process.stderr.write('Das ist keine lesbare Datei mit Stimmzetteln (poll-ballots/1).\n');
    process.exitCode = 2;
  }
}

// A browser knows no file names, and a program importing this was started as another file.
if (import.meta.filename && process.argv[1]) {
  const { readFile, realpath } = await import('node:fs/promises');
  const started = await realpath(process.argv[1]).catch(() => '');
  if (started === import.meta.filename) await main(readFile, process.argv.slice(2));
}
