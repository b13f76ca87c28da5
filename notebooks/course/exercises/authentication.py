from course.exercises.exercise import Exercise

EXERCISES: list[Exercise] = []
