import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface ChartProps {
  readonly title: string;
  /** What is to be seen, for who does not see it. */
  readonly summary: string;
  readonly draw: (width: number) => Element;
  readonly legend?: ComponentChildren;
  /** The same in numbers. */
  readonly table?: ComponentChildren;
}

/** A drawing as wide as there is room, with its words and its numbers. */
export function Chart({ title, summary, draw, legend, table }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    let drawnWidth = 0;
    const drawAgain = () => {
      const width = Math.floor(current.clientWidth);
      if (width === drawnWidth || width === 0) return;
      drawnWidth = width;
      const drawing = draw(width);
      drawing.setAttribute("aria-hidden", "true"); // its place says what it shows
      current.replaceChildren(drawing);
    };
    drawAgain();
    const observer = new ResizeObserver(drawAgain);
    observer.observe(current);
    return () => observer.disconnect();
  }, [draw]);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {legend}
      <div ref={place} role="img" aria-label={`${title}: ${summary}`} />
      {table ? (
        <details>
          <summary>The numbers</summary>
          {table}
        </details>
      ) : null}
    </figure>
  );
}

/** What charts have in common. */
export const CHART_STYLE = { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" };
