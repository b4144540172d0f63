/** A funder's logo as it appears at the foot of every page and on paper. */
export function FunderLogo({ name, logo }: { name: string; logo: string }) {
  return (
    <p className="cluster">
      {logo === '' ? null : (
        // biome-ignore lint/performance/noImgElement: sized and encoded when it was stored
        <img src={logo} alt="" width={160} height={60} className="h-12 w-auto bg-white p-1" />
      )}
      <strong>{name}</strong>
    </p>
  );
}
