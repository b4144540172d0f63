/**
 * Counts a published poll again: `node recount.mjs FILE.json [CHECKSUM AS THE PAGE SHOWS IT]`. No
 * dependencies, nothing in common with what counted first; a browser can load it too. Exit code 1:
 * differs, with the first difference; 2: this is no such file.
 */
async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
const cents = (text = '0.00') => BigInt(text.replace('.', ''));
const size = (list) => BigInt(list.length);
const sum = (numbers) => numbers.reduce((total, next) => total + next, 0n);
const table = (ids, of) => Object.fromEntries(ids.map((id) => [id, of(id)]));
const sorted = (list, isBefore) =>
  [...list].sort((a, b) => Number(isBefore(b, a)) - Number(isBefore(a, b)));
const firstOf = (paper, open) => [...paper.keys()].find((id) => open.includes(id));
// Exact fractions are pairs of numerator and denominator.
const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
const ratio = (n, d) => [n / gcd(n, d), d / gcd(n, d)];
const minus = ([a, b], [c, d]) => ratio(a * d - c * b, b * d);
const below = ([a, b], [c, d]) => a * d < c * b;
const lowest = (ids, of) => ids.filter((a) => ids.every((b) => of(a) <= of(b)));
/** Who has the least in the last round; of equal ones who had it in the round before, and so on. */
const least = (ids, rounds, sign = 1n) =>
  rounds.reduceRight((rest, votes) => lowest(rest, (id) => sign * votes[id]), ids);
/** Equal ones share a single seat; for several the lot decides, in whose order the ids come. */
function best({ seats, ids }, score) {
  if (seats === 1) return lowest(ids, (id) => -score(id));
  return sorted(ids, (a, b) => score(a) > score(b)).slice(0, seats);
}
function runoff({ ids: open, papers }, before = []) {
  const firsts = papers.map((paper) => firstOf(paper, open));
  const votes = table(open, (id) => size(firsts.filter((first) => first === id)));
  const won = open.find((id) => 2n * votes[id] > sum(Object.values(votes)));
  const rounds = [...before, votes];
  const last = won ? '' : least(open, rounds).at(-1);
  const left = open.length > 1 ? open.filter((id) => id !== last) : open;
  if (won || left.length < 2) return { found: [won ?? left[0]], rounds: rounds.map(whole) };
  return runoff({ papers, ids: left }, rounds);
}
const written = (votes, text) =>
  Object.fromEntries(Object.entries(votes).map(([id, number]) => [id, text(number)]));
const whole = (votes) => written(votes, String);
const decimals = (votes) =>
  written(votes, (number) => `${number}`.padStart(6, '0').replace(/(?=.{5}$)/, '.'));
function schulze(poll, strength, { ids, papers } = poll) {
  const place = (paper, id) => (paper.has(id) ? [...paper.keys()].indexOf(id) : 999);
  const ahead = (a, b) => papers.filter((paper) => place(paper, a) < place(paper, b)).length;
  const duel = (won, lost) => (won > lost ? strength(won, lost) : 0);
  const path = table(ids, (a) => table(ids, (b) => duel(ahead(a, b), ahead(b, a))));
  const ways = ids.flatMap((a) => ids.flatMap((b) => ids.map((via) => [a, b, via])));
  const around = ([a, b, via]) => (a === b ? 0 : Math.min(path[a][via], path[via][b]));
  const better = () => ways.find((way) => around(way) > path[way[0]][way[1]]);
  for (let way = better(); way; way = better()) path[way[0]][way[1]] = around(way);
  return best(poll, (id) => -ids.filter((other) => path[other][id] > path[id][other]).length);
}
/** Scottish rules: weighted inclusive Gregory; a vote has 100,000 parts, what is smaller is cut off. */
function transferable({ ids, papers, seats }) {
  const slips = papers.map((paper) => ({ paper, worth: 100_000n }));
  const quota = 100_000n * (size(papers.filter((p) => firstOf(p, ids))) / BigInt(seats + 1) + 1n);
  let [open, winners, rounds, moved] = [ids, [], [], slips];
  for (const kept = {}; ; ) {
    for (const slip of moved) slip.at = firstOf(slip.paper, open);
    const lying = (id) => sum(slips.filter(({ at }) => at === id).map(({ worth }) => worth));
    const votes = table(ids, (id) => kept[id] ?? lying(id));
    rounds = [...rounds, votes];
    const order = sorted(open, (a, b) => votes[a] > votes[b]);
    winners = [...winners, ...order.filter((id) => votes[id] >= quota)];
    open = open.filter((id) => !winners.includes(id));
    const rest = order.filter((id) => open.includes(id) && winners.length < seats);
    if (winners.length + rest.length <= seats) {
      return { found: [...winners, ...rest], rounds: rounds.map(decimals) };
    }
    const over = ids.filter((id) => winners.includes(id) && votes[id] > quota);
    const from = least(over, rounds, -1n)[0] ?? least(open, rounds).at(-1);
    open = open.filter((id) => id !== from);
    kept[from] = over.includes(from) ? quota : 0n;
    moved = slips.filter((slip) => slip.at === from);
    for (const slip of moved) slip.worth = (slip.worth * (votes[from] - kept[from])) / votes[from];
  }
}
const price = ({ cost }, list) => sum(list.map((id) => cost[id]));
const fits = (poll, list, id) => !list.includes(id) && price(poll, [...list, id]) <= poll.budget;
/** Buys whatever still fits, the most worth first, on top of what is bought already. */
const spend = (poll, worth, before = []) =>
  sorted(poll.ids, (a, b) => below(worth(b), worth(a))).reduce(
    (bought, id) => (poll.votes[id] > 0n && fits(poll, bought, id) ? bought.concat(id) : bought),
    before,
  );
/** What each gives so that together they reach the amount, when whoever has less gives it all. */
function shareOf(purses, amount) {
  const share = ratio(amount[0], amount[1] * size(purses));
  const poor = purses.filter((purse) => below(purse, share));
  const able = purses.filter((purse) => !below(purse, share));
  return poor.length > 0 ? shareOf(able, poor.reduce(minus, amount)) : share;
}
function buy({ papers, cost }, wanted, each, bought = [], purses = papers.map(() => each)) {
  const own = (id) => purses.filter((_, voter) => papers[voter].has(id));
  const shares = table(wanted, (id) => shareOf(own(id), [cost[id], 1n]));
  const rate = (id) => [shares[id][0], shares[id][1] * cost[id]];
  const able = wanted.filter((id) => !bought.includes(id) && shares[id][1] > 0n);
  const [next] = sorted(able, (a, b) => below(rate(a), rate(b)));
  if (!next) return bought;
  const pay = (purse) => (below(purse, shares[next]) ? [0n, 1n] : minus(purse, shares[next]));
  const left = purses.map((purse, voter) => (papers[voter].has(next) ? pay(purse) : purse));
  return buy({ papers, cost }, wanted, each, [...bought, next], left);
}
/** By cost; everybody gets one euro more while something still fits, then the rest goes by votes. */
function equalShares(poll) {
  const wanted = poll.ids.filter((id) => poll.cost[id] > 0n && poll.votes[id] > 0n);
  const start = ratio(poll.budget, size(poll.papers) || 1n);
  let bought = buy(poll, wanted, start);
  for (let more = -100n; wanted.some((id) => fits(poll, bought, id)); more -= 100n) {
    const next = buy(poll, wanted, minus(start, [more, 1n]));
    if (price(poll, next) > poll.budget) break;
    bought = next;
  }
  return spend(poll, (id) => [poll.votes[id], 1n], bought);
}
const RULES = {
  irv: (poll) => runoff(poll),
  schulze_margins: (poll) => schulze(poll, (won, lost) => won - lost),
  schulze_winning_votes: (poll) => schulze(poll, (won) => won),
  stv_scottish: transferable,
  greedy_votes: (poll) => spend(poll, (id) => [poll.votes[id], 1n]),
  greedy_votes_per_cost: (poll) =>
    spend(poll, (id) => [poll.votes[id], poll.votes[id] ? poll.cost[id] : 1n]),
  mes_cost_add1u: equalShares,
};
/** The link after each ballot; the last one is the checksum. */
async function chainOf(frame, ballots) {
  let link = await sha256(JSON.stringify(frame));
  for (const ballot of ballots) link = await sha256(`${link}\n${JSON.stringify(ballot)}`);
  return link;
}
const differs = (ours, theirs) => {
  const plain = (votes) => JSON.stringify(Object.entries(votes).sort());
  return ours?.map(plain).join() !== theirs?.map(plain).join();
};
/** @returns ids of who won, and everything in which the file does not agree with its ballots */
export async function recount(file, checksum = file.head) {
  const { ballots, head, ...frame } = file;
  const end = await chainOf(frame, ballots);
  const { options, result, rule, seats, method, budget } = frame;
  const papers = ballots.map((marks) => new Map(marks.map((mark) => [mark, 1].flat())));
  const all = options.map(({ id }) => id);
  const ids = options.filter((option) => !option.withdrawn).map(({ id }) => id);
  const given = (p, id) => (method === 'RANKING' ? firstOf(p, all) === id : (p.get(id) ?? 0));
  const points = table(all, (id) => sum(papers.map((paper) => BigInt(given(paper, id)))));
  const votes = table(all, (id) => size(papers.filter((paper) => paper.has(id))));
  const cost = Object.fromEntries(options.map((option) => [option.id, cents(option.cost)]));
  const poll = { ids, papers, votes, cost, seats, budget: cents(budget) };
  const counted = RULES[rule]?.(poll) ?? best(poll, (id) => points[id]);
  const { found, rounds } = Array.isArray(counted) ? { found: counted } : counted;
  const winners = found.filter((id) => votes[id] > 0n);
  const isSame = [...winners].sort().join() === [...result.winners].sort().join();
  const differences = [
    ...(end === head && end === checksum ? [] : ['Prüfsumme der Stimmzettel']),
    ...options.filter(({ id }) => `${points[id]}` !== `${result.votes[id]}`).map((o) => o.label),
    ...(result.rounds && differs(rounds, result.rounds) ? ['Durchgänge'] : []),
    ...(isSame ? [] : ['Ergebnis']),
  ];
  return { winners, differences };
}
async function main([place, shown]) {
  const { readFileSync } = await import('node:fs');
  try {
    const file = JSON.parse(readFileSync(place, 'utf8'));
    const checksum = shown?.replace(/\s/g, '').toLowerCase();
    const { winners, differences } = await recount(file, checksum);
    const verdict = differences.length > 0 ? `verschieden: ${differences[0]}` : 'gleich';
    process.stdout.write(`Vorn: ${winners.sort().join(', ') || 'niemand'}\n${verdict}\n`);
    process.exitCode = Math.min(1, differences.length);
  } catch {
    process.stderr.write('Das ist keine Datei mit Stimmzetteln.\n');
    process.exitCode = 2;
  }
}
if (globalThis.process?.argv?.[1] && import.meta.filename) {
  const { realpathSync } = await import('node:fs');
  if (realpathSync(process.argv[1]) === import.meta.filename) await main(process.argv.slice(2));
}
