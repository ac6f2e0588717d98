#!/bin/sh
# The whole training on a CPU, about three hours on one core: language model, teacher, silver, student.
# Usage: training/train.sh [DATA]    (DATA: the folder of data sets, default ../shared/data)
# Leaves training/scratch/student.npz; copy it to src/lagebild/language/de/weights/network.npz to ship it.
set -eu
cd "$(dirname "$0")/.."
data=${1:-../shared/data}
mkdir -p training/scratch
python training/pretrain.py --data "$data" --minutes 60
python training/teacher.py --data "$data" --minutes 20 --seed 1
python training/silver.py --data "$data" --teachers 1 --speeches 150000
python training/distil.py --data "$data" --minutes 60
python training/distil.py --data "$data" --minutes 5 --all --start training/scratch/student.pt --rate 5e-4
