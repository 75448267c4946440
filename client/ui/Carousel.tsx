import "@mantine/carousel/styles.layer.css";
import { Carousel as Embla } from "@mantine/carousel";
import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useReducedMotion } from "@mantine/hooks";
import type { EmblaCarouselType, EmblaOptionsType } from "embla-carousel";
import { Children, useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import styles from "./Carousel.module.css";

export interface CarouselProps {
  /** The name of the carousel; `title` shows it, where something is to be seen. */
  readonly label: string;
  readonly title?: ReactNode;
  readonly labels: {
    readonly previous: string;
    readonly next: string;
    /** The name of a slide, e.g. "2 of 6". */
    readonly slide: (index: number, count: number) => string;
    /** What is in view, e.g. "1–4 of 6". */
    readonly range: (from: number, to: number, count: number) => string;
  };
  /** A CSS width, or one a width of the window as Mantine has it: `{ base: "100%", sm: "25%" }`. */
  readonly slideSize?: string | Record<string, string>;
  readonly children: ReactNode;
}

interface View {
  readonly inView: readonly number[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** A slide of which a tenth is cut off is not in view. */
const options: EmblaOptionsType = {
  align: "start",
  slidesToScroll: "auto",
  containScroll: "trimSnaps",
  inViewThreshold: 0.9,
};
const everything: View = { inView: [], hasPrevious: false, hasNext: false };

/** Cards in a row that is moved by buttons, arrow keys or a finger, never by itself. */
export function Carousel({
  label,
  title,
  labels,
  slideSize = { base: "86%", sm: "45%", lg: "25%" },
  children,
}: CarouselProps) {
  const [embla, setEmbla] = useState<EmblaCarouselType | null>(null);
  const view = useView(embla);
  const isStill = useReducedMotion();
  const slides = Children.toArray(children);
  const isShown = (index: number): boolean => view.inView.length === 0 || view.inView.includes(index);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    if (event.target instanceof Element && event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    if (event.key === "ArrowLeft") embla?.scrollPrev();
    else embla?.scrollNext();
  };
  return (
    <section aria-roledescription="carousel" aria-label={label} onKeyDown={onKeyDown}>
      <div className={styles.header}>
        {title !== undefined && <h2 className={styles.title}>{title}</h2>}
        <span className={styles.range} aria-live="polite">
          {view.inView.length > 0 &&
            labels.range((view.inView[0] ?? 0) + 1, (view.inView.at(-1) ?? 0) + 1, slides.length)}
        </span>
        <Step
          label={labels.previous}
          isOn={view.hasPrevious}
          onPress={() => embla?.scrollPrev()}
          Icon={IconChevronLeft}
        />
        <Step label={labels.next} isOn={view.hasNext} onPress={() => embla?.scrollNext()} Icon={IconChevronRight} />
      </div>
      <Embla
        getEmblaApi={setEmbla}
        role="presentation"
        aria-roledescription={undefined}
        className={styles.embla ?? ""}
        slideSize={slideSize}
        slideGap="md"
        withControls={false}
        withKeyboardEvents={false}
        emblaOptions={isStill ? { ...options, duration: 0 } : options}
      >
        {slides.map((slide, index) => (
          <Embla.Slide
            key={index}
            role="group"
            aria-roledescription="slide"
            aria-label={labels.slide(index + 1, slides.length)}
            inert={!isShown(index)}
          >
            {slide}
          </Embla.Slide>
        ))}
      </Embla>
    </section>
  );
}

interface StepProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly Icon: typeof IconChevronLeft;
}

/** At an end the button stays where the focus is, only without effect. */
function Step({ label, isOn, onPress, Icon }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      size={28}
      aria-label={label}
      aria-disabled={!isOn}
      className={styles.step ?? ""}
      onClick={onPress}
    >
      <Icon size={16} stroke={1.8} aria-hidden />
    </ActionIcon>
  );
}

function useView(embla: EmblaCarouselType | null): View {
  const [view, setView] = useState(everything);
  useEffect(() => {
    if (embla === null) return;
    const look = (): void => {
      const inView = embla.slidesInView().toSorted((a, b) => a - b);
      setView({ inView, hasPrevious: embla.canScrollPrev(), hasNext: embla.canScrollNext() });
    };
    const events = ["init", "reInit", "select", "slidesInView"] as const;
    for (const event of events) embla.on(event, look);
    const first = requestAnimationFrame(look); // It may have begun before this listens.
    return () => {
      cancelAnimationFrame(first);
      for (const event of events) embla.off(event, look);
    };
  }, [embla]);
  return view;
}
