### study
