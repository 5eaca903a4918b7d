-- A landline of the mainland or of Taiwan written with its country has the form of one written without: with the zero
-- before its area. A number that costs its caller nothing has no zero. The search asks for both forms, so no text is
-- made anew.
UPDATE phone SET normal = substr(normal, 4)
 WHERE normal >= '+86400' AND normal < '+86401' AND length(normal) = 13;
UPDATE phone SET normal = substr(normal, 4)
 WHERE normal >= '+86800' AND normal < '+86801' AND length(normal) = 13;
UPDATE phone SET normal = '0' || substr(normal, 4)
 WHERE normal >= '+8610' AND normal < '+8611' AND length(normal) = 13;
UPDATE phone SET normal = '0' || substr(normal, 4)
 WHERE normal >= '+862' AND normal < '+87' AND length(normal) IN (13, 14);
UPDATE phone SET normal = '0' || substr(normal, 5)
 WHERE normal >= '+8862' AND normal < '+8869' AND length(normal) IN (12, 13);
