/**
 * Classes by which React Flow neither drags nor zooms with an element, nor takes its keys, and then the host's own.
 */
export const canvasClass = (className: string | undefined) =>
  className ? `nodrag nowheel nokey ${className}` : "nodrag nowheel nokey";
