type PhotoProps = {
  src: string;
  alt: string;
  width: number;
  height: number;
  caption?: string | undefined;
};

/** A picture of a place or a result. Size is given so that nothing jumps while it loads. */
export function Photo({ src, alt, width, height, caption }: PhotoProps) {
  return (
    <figure className="photo">
      {/* biome-ignore lint/performance/noImgElement: files are sized when they are stored */}
      <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  );
}
