/**
 * Colours that people with any colour vision tell apart, and that stay apart in grey.
 *
 * @see M. Okabe and K. Ito, "Color Universal Design" (2008)
 */
export const palette = {
  blue: "#0072b2",
  vermillion: "#d55e00",
  green: "#009e73",
  purple: "#cc79a7",
  grey: "#8c959f",
  paleGrey: "#c9d1d9",
  ink: "#24292f",
  faintInk: "#59636e",
  line: "#d1d9e0",
  paper: "#ffffff",
} as const;
