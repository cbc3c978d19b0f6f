/** Never lets the event loop turn again. */
export default function objective(): number {
  for (;;);
}
