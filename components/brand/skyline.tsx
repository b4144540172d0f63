/*
 * Drawn on 1600 × 150 units: the ground with every house on it, the snow on the roofs, and the
 * upper left corners of the windows, lit and dark.
 */
const HILLS = 'M0 96c120-40 240-44 380-22s240-50 420-54 260 50 420 58 260-34 380-18v100H0z';

const TOWN =
  'M0 160V132L40 132L80 131L120 130L160 129L200 127L240 125L280 123L320 122L360 122' +
  'L400 123L440 125L480 126L520 125L560 123L600 118L640 112L680 105L720 98L760 94' +
  'L800 92L840 94L880 98L920 105L960 112L1000 118L1040 122L1080 125L1120 126L1160 127' +
  'L1200 126L1240 126L1280 126L1320 126L1360 127L1400 128L1440 129L1480 130L1520 131' +
  'L1560 131L1600 132V160zM30 86l10 23h-3l8 29h-30l8-29h-3zM58 97l8 18h-3l6 22h-21l6-22' +
  'h-3zM92 77l11 27h-4l9 33h-33l9-33h-4zM560 83l9 21h-3l7 25h-25l7-25h-3zM590 63l12 28' +
  'h-4l9 34h-34l9-34h-4zM1010 81l8 20h-3l7 24h-24l7-24h-3zM1042 69l11 27h-4l9 33h-33' +
  'l9-33h-4zM1490 86l10 22h-3l8 28h-28l8-28h-3zM1522 73l12 29h-4l10 35h-36l10-35h-4z' +
  'M1556 93l8 20h-3l7 24h-24l7-24h-3zM136 47h118v94h-118zM276 59h84v77h-84zM384 45h132' +
  'v94h-132zM632 84l22-24 22 24v42h-44zM694 71l23-26 23 26v44h-46zM728 45h6v26h-6z' +
  'M758 62l25-26 25 26v46h-50zM826 67l23-26 23 26v44h-46zM884 77l22-24 22 24v42h-44z' +
  'M916 53h6v24h-6zM944 87l22-22 22 22v42h-44zM1086 96l32-24 32 24v46h-64zM1138 72h6v24' +
  'h-6zM1168 98l28-22 28 22v44h-56zM1240 96l32-24 32 24v46h-64zM1322 99l28-22 28 22v44' +
  'h-56zM1366 77h6v22h-6zM1394 98l32-24 32 24v46h-64z';

const SNOW =
  'M134 47h122M274 59h88M382 45h136M628 86l26-26 26 26M690 73l27-28 27 28M754 64' +
  'l29-28 29 28M822 69l27-28 27 28M880 79l26-26 26 26M940 89l26-24 26 24M1082 98' +
  'l36-26 36 26M1164 100l32-24 32 24M1236 98l36-26 36 26M1318 101l32-24 32 24M1390 100' +
  'l36-26 36 26';

const LIT =
  '142,56 162,56 181,56 240,56 181,73 201,73 221,73 181,90 201,90 221,90 142,107 ' +
  '162,107 181,107 201,107 221,107 282,68 304,68 346,68 304,85 324,85 346,85 304,102 ' +
  '408,54 427,54 465,54 484,54 503,54 408,71 427,71 446,71 465,71 484,71 503,71 389,88 ' +
  '427,88 446,88 465,88 389,105 408,105 427,105 446,105 484,105 639,92 661,92 702,79 ' +
  '724,79 766,70 792,70 834,75 856,75 913,85 951,95 973,95 1093,104 1114,104 1206,106 ' +
  '1247,104 1268,104 1289,104 1422,106 1443,106';

const DARK =
  '201,56 221,56 142,73 162,73 240,73 142,90 162,90 240,90 240,107 324,68 282,85 ' +
  '282,102 324,102 346,102 389,54 446,54 389,71 408,88 484,88 503,88 465,105 503,105 ' +
  '891,85 1135,104 1178,106 1332,107 1360,107 1401,106';

/** Every window is a small arch, like the candle arches that stand in them. */
function windows(corners: string): string {
  return corners
    .split(' ')
    .map((corner) => `M${corner}m0 10v-6a4 4 0 0 1 8 0v6z`)
    .join('');
}

/** The three districts on a winter night: blocks on the ring, houses on the slope, the old estate. */
export function Skyline({ className }: { className?: string | undefined }) {
  return (
    <svg
      width="1600"
      height="150"
      viewBox="0 0 1600 150"
      preserveAspectRatio="xMidYMax slice"
      className={className ? `skyline ${className}` : 'skyline'}
      aria-hidden="true"
      focusable="false"
    >
      <path className="skyline-far" d={HILLS} />
      <path className="skyline-town" d={TOWN} />
      <path className="skyline-snow" d={SNOW} />
      <path className="skyline-dark" d={windows(DARK)} />
      <path className="skyline-light" d={windows(LIT)} />
    </svg>
  );
}
