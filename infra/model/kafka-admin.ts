/** Lines of a shell script that write the settings of the broker's own administrator into a file, for Kafka's tools. */
export const writeAdminProperties = (file: string): string => `cat > ${file} <<END
security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$(cat /etc/kafka-credentials/password)";
ssl.truststore.type=PEM
ssl.truststore.location=/etc/kafka-credentials/ca.crt
END`;
