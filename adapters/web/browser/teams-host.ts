/** How Teams has cards drawn: Fluent UI's sizes and colours (react.fluentui.dev, themes teamsLight and teamsDark). */
import { HostConfig } from 'adaptivecards';

const COLOURS = {
  light: {
    ground: '#ffffff',
    raised: '#f5f5f5',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    line: '#d1d1d1',
  },
  dark: {
    ground: '#292929',
    raised: '#333333',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#a6aaf8',
    line: '#525252',
  },
} as const;

export function hostConfig(dark: boolean): HostConfig {
  const { ground, raised, text, subtle, accent, line } = COLOURS[dark ? 'dark' : 'light'];
  const pair = (colour: string) => ({ default: colour, subtle: colour === text ? subtle : colour });
  const foregroundColors = {
    default: pair(text),
    dark: pair(text),
    light: pair(text),
    accent: pair(accent),
    good: pair(dark ? '#92c353' : '#237b4b'),
    warning: pair(dark ? '#f8d22a' : '#835c00'),
    attention: pair(dark ? '#f1707b' : '#c4314b'),
  };
  return new HostConfig({
    fontFamily: '"Segoe UI", system-ui, "Apple Color Emoji", "Segoe UI Emoji", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    textBlock: { headingLevel: 3 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: {
      default: { backgroundColor: ground, borderColor: line, foregroundColors },
      emphasis: { backgroundColor: raised, borderColor: line, foregroundColors },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  });
}
