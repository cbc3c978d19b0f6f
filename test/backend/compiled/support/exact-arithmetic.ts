// oneDNN takes other kernels in a function than for a single op, whose sums may differ in the last digit. Without it every
// op gives the same bits either way. TensorFlow looks at this variable when it is loaded: import this file first.
process.env.TF_ENABLE_ONEDNN_OPTS = "0";
