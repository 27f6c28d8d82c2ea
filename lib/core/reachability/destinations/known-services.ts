import { parseServiceName } from "../../network/service-name";
import type { NetworkIndex } from "../index/network-index";

/**
 * By the short name of their endpoints, `ecr.api`, or of the API, `api.ecr`. Source: PrivateLink Guide, "AWS services that
 * integrate with AWS PrivateLink", and the endpoints and services that botocore 1.43.11 lists.
 */
const KNOWN: ReadonlySet<string> = new Set(
  (
    "a2i-runtime.sagemaker access-analyzer accessanalyzer account acm acm-pca aco-automation admin.wickr " +
    "agreement-marketplace aidevops aiops airflow airflow-serverless airflow.api airflow.env airflow.ops amp amplify " +
    "amplifybackend amplifyuibuilder analytics-omics aoss api.detective api.ecr api.ecr-public api.iotdeviceadvisor " +
    "api.iotmanagedintegrations api.iotwireless api.mediatailor api.pricing api.sagemaker api.tunneling.iot " +
    "apigateway apigatewaymanagementapi apigatewayv2 app-integrations appconfig appconfigdata appfabric appflow " +
    "appintegrations application-autoscaling application-cost-profiler application-insights application-signals " +
    "applicationcostprofiler applicationinsights appmesh apprunner apprunner.requests appstream appstream.api " +
    "appstream.streaming appstream2 appsync appsync-api aps aps-workspaces arc-region-switch arc-zonal-shift artifact " +
    "athena auditmanager autoscaling autoscaling-plans awsconnector b2bi backup backup-gateway backup-search " +
    "backupsearch batch bcm-dashboards bcm-data-exports bcm-pricing-calculator bcm-recommended-actions bedrock " +
    "bedrock-agent bedrock-agent-runtime bedrock-agentcore bedrock-agentcore-control bedrock-agentcore.gateway " +
    "bedrock-data-automation bedrock-data-automation-runtime bedrock-mantle bedrock-runtime billing billingconductor " +
    "braket budgets cases cassandra cassandra-streams catalog.marketplace ce chatbot chime chime-sdk-identity " +
    "chime-sdk-media-pipelines chime-sdk-meetings chime-sdk-messaging chime-sdk-voice cleanrooms cleanrooms-ml " +
    "cleanroomsml cloud9 cloudcontrol cloudcontrolapi clouddirectory cloudformation cloudfront " +
    "cloudfront-keyvaluestore cloudhsm cloudhsmv2 cloudsearch cloudsearchdomain cloudtrail cloudtrail-data cloudwatch " +
    "codeartifact codeartifact.api codeartifact.repositories codebuild codecatalyst codecommit codeconnections " +
    "codeconnections.api codedeploy codedeploy-commands-secure codeguru-profiler codeguru-reviewer codeguru-security " +
    "codeguruprofiler codepipeline codestar-connections codestar-connections.api codestar-notifications codewhisperer " +
    "cognito cognito-identity cognito-idp cognito-sync comprehend comprehendmedical compute-optimizer " +
    "compute-optimizer-automation config connect connect-campaigns connect-contact-lens connectcampaigns " +
    "connectcampaignsv2 connectcases connecthealth connectparticipant console contact-lens control-storage-omics " +
    "controlcatalog controlplane.payment-cryptography controltower cost-optimization-hub cur customer-profiles " +
    "data-ats.iot data-servicediscovery data-signer data.iot data.iotevents data.jobs.iot data.mediastore data.qapps " +
    "databrew dataexchange datapipeline dataplane.payment-cryptography datasync datazone dax deadline " +
    "deadline.management deadline.scheduling deployment-marketplace detective devicefarm devops-agent devops-guru " +
    "dicom-medical-imaging directconnect discovery discovery-marketplace dlm dms docdb docdb-elastic drs ds ds-data " +
    "dsql dynamodb dynamodb-streams dynamodbstreams ebs ec2 ec2-instance-connect ec2messages ecr ecr-public ecr.api " +
    "ecr.dkr ecs ecs-agent ecs-telemetry edge.sagemaker efs eks eks-auth elasticache elasticbeanstalk " +
    "elasticbeanstalk-health elasticfilesystem elasticloadbalancing elasticmapreduce elb elbv2 elemental-inference " +
    "elementalinference email email-smtp emr emr-containers emr-serverless emr-serverless-services.livy emrwal.prod " +
    "entitlement.marketplace entityresolution es events evidently evidently-dataplane evs execute-api " +
    "featurestore-runtime.sagemaker finspace finspace-api finspace-data firehose fis fms forecast forecastquery " +
    "frauddetector freetier fsx gamelift gameliftstreams geo geo-maps geo-places geo-routes git-codecommit glacier " +
    "globalaccelerator glue glue.dashboard grafana grafana-workspace greengrass greengrassv2 groundstation guardduty " +
    "guardduty-data health health-agent healthlake iam identity-chime identitystore imagebuilder importexport " +
    "ingest.timestream inspector inspector-scan inspector2 interconnect internetmonitor internetmonitor-fips " +
    "invoicing iot iot-data iot-jobs-data iot-managed-integrations iot.credentials iot.data iot.fleethub.api " +
    "iotdeviceadvisor iotevents iotevents-data ioteventsdata iotfleetwise iotroborunner iotsecuredtunneling " +
    "iotsecuretunneling iotsitewise iotsitewise.api iotsitewise.data iotthingsgraph iottwinmaker iottwinmaker.api " +
    "iottwinmaker.data iotwireless iotwireless.api ivs ivs-realtime ivschat ivsrealtime kafka kafkaconnect kendra " +
    "kendra-ranking keyspaces keyspacesstreams kinesis kinesis-firehose kinesis-streams kinesis-video-archived-media " +
    "kinesis-video-media kinesis-video-signaling kinesis-video-webrtc-storage kinesisanalytics kinesisanalyticsv2 " +
    "kinesisvideo kms lakeformation lambda launch-wizard launchwizard lex-models lex-runtime lexv2-models " +
    "lexv2-runtime license-manager license-manager-linux-subscriptions license-manager-user-subscriptions lightsail " +
    "location logs lookoutequipment lookoutmetrics lookoutvision lorawan.cups lorawan.lns m2 machinelearning macie2 " +
    "mail-manager mailmanager managedblockchain managedblockchain-query managedblockchain.bitcoin.mainnet " +
    "marketplace-agreement marketplace-catalog marketplace-deployment marketplace-discovery marketplace-entitlement " +
    "marketplace-reporting marketplacecommerceanalytics media-pipelines-chime mediaconnect mediaconvert medialive " +
    "mediapackage mediapackage-vod mediapackagev2 mediastore mediastore-data mediatailor medical-imaging " +
    "meetings-chime memory-db memorydb messaging-chime metering.marketplace meteringmarketplace metrics.sagemaker mgh " +
    "mgn migration-hub-refactor-spaces migrationhub-config migrationhub-orchestrator migrationhub-strategy " +
    "migrationhuborchestrator migrationhubstrategy mobileanalytics models-v2-lex models.lex monitoring mpa mq mturk " +
    "mturk-requester mwaa mwaa-serverless neptune neptune-db neptune-graph neptune-graph-data neptunedata " +
    "network-firewall networkflowmonitor networkflowmonitorreports networkmanager networkmonitor notebook " +
    "notifications notifications-contacts notificationscontacts nova-act oam observabilityadmin odb oidc omics " +
    "opensearch opensearchserverless organizations osis outposts panorama participant.connect partner-app " +
    "partnercentral-account partnercentral-benefits partnercentral-channel partnercentral-selling " +
    "payment-cryptography payment-cryptography-data payment-cryptography.controlplane payment-cryptography.dataplane " +
    "pca-connector-ad pca-connector-scep pcs personalize personalize-events personalize-runtime pi pinpoint " +
    "pinpoint-email pinpoint-sms-voice pinpoint-sms-voice-v2 pipes pipes-data polly portal.sso pricing pricing.api " +
    "private-networks profile proton qapps qbusiness qconnect qldb.session query.timestream quicksight " +
    "quicksight-website ram rbin rds rds-data redshift redshift-data redshift-serverless refactor-spaces rekognition " +
    "reporting-marketplace repostspace resiliencehub resource-explorer-2 resource-groups resourcegroupstaggingapi " +
    "robomaker rolesanywhere route53 route53-recovery-cluster route53-recovery-control-config " +
    "route53-recovery-readiness route53domains route53globalresolver route53profiles route53resolver rtbfabric rum " +
    "rum-dataplane runtime-medical-imaging runtime-v2-lex runtime.lex runtime.sagemaker s3 s3-control " +
    "s3-global.accesspoint s3-outposts s3control s3express s3files s3outposts s3tables s3vectors sagemaker " +
    "sagemaker-a2i-runtime sagemaker-data-science-assistant sagemaker-edge sagemaker-featurestore-runtime " +
    "sagemaker-geospatial sagemaker-metrics sagemaker-runtime sagemaker.api sagemaker.featurestore-runtime " +
    "sagemaker.metrics sagemaker.runtime savingsplans scheduler schemas scn sdb secretsmanager security-ir " +
    "securityagent securityhub securitylake serverlessrepo service-quotas servicecatalog servicecatalog-appregistry " +
    "servicediscovery servicequotas ses sesv2 shield signer signer-data signin simpledb simpledbv2 simspaceweaver " +
    "sms-voice sms-voice.pinpoint snow-device-management snowball sns social-messaging socialmessaging sqs ssm " +
    "ssm-contacts ssm-guiconnect ssm-incidents ssm-quicksetup ssm-sap ssmmessages sso sso-admin sso-oidc states " +
    "stepfunctions storage-omics storagegateway streaming-rekognition streams.dynamodb sts studio supplychain support " +
    "support-app supportapp sustainability swf sync-states synthetics tagging tags-omics tax taxsettings textract " +
    "thinclient timestream-influxdb timestream-query timestream-write timestream.ingest-cell1 timestream.query " +
    "timestream.query-cell1 tnb transcribe transcribestreaming transfer transfer.server translate trustedadvisor " +
    "user-subscriptions uxc verifiedpermissions voice-chime voice-id voiceid vpc-lattice waf waf-regional wafv2 " +
    "wellarchitected wickr wisdom workdocs workflows-omics workmail workmailmessageflow workspaces " +
    "workspaces-instances workspaces-thin-client workspaces-web xray"
  ).split(" "),
);

/** By its short name or its whole one; FIPS endpoints are the same service's, and what was read counts too. */
export function isKnownService({ network }: NetworkIndex, service: string): boolean {
  const short = parseServiceName(service)?.service ?? service;
  if (KNOWN.has(short.replace(/-fips$/, ""))) return true;
  const names = [
    ...[...network.vpcEndpoints.values()].map(({ resource }) => resource.ServiceName),
    ...[...network.prefixLists.values()].map(({ resource }) => resource.PrefixListName),
  ];
  return names.some((name) => name === service || name?.endsWith(`.${service}`) === true);
}
